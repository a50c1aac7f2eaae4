package org.wirelathe.api.probe;

/** Where a packet is on its way from one application to the other; in the order of the way. */
public enum Stage {
    /** An application's bytes were copied into the send buffer. */
    WRITE,
    /** The transport made a segment of bytes of the stream. */
    SEGMENT,
    /** The network layer chose next hop and interface. */
    ROUTE,
    /** The link layer knows the neighbour's address, or began to wait for it. */
    RESOLVE,
    /** The frame entered the queue in front of the device. */
    QUEUE,
    /** The driver posted a send descriptor. */
    DESCRIPTOR,
    /** The card fetched descriptor and frame. */
    DMA_OUT,
    /** The first bit is on the wire. */
    WIRE,
    /** The last bit is in the far card, which copied the frame into a posted buffer. */
    DMA_IN,
    /** The descriptor is written back: the frame waits in the receive ring. */
    RING,
    /** The interrupt handler ran for it. */
    INTERRUPT,
    /** The soft interrupt took it from the ring. */
    SOFTIRQ,
    /** A protocol found whom it is for: a connection, or the next hop. */
    DEMUX,
    /** Its bytes stand in a receive buffer, in order. */
    SOCKET_QUEUE,
    /** The application has read them. */
    READ,
    /** It was dropped here. */
    DROP
}
