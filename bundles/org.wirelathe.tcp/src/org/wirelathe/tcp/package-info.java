/**
 * TCP (RFC 9293), one concern to a file. To learn it from the source, read in this order:
 *
 * <ol>
 * <li>{@link org.wirelathe.tcp.SegmentArrival}: what happens when a segment comes, step by step as RFC 9293 §3.10.7 has
 *     it; the table of contents of everything else.
 * <li>{@link org.wirelathe.tcp.TcpConnection}: the state, the parts, and the calls of the socket.
 * <li>{@link org.wirelathe.tcp.SendSide} and {@link org.wirelathe.tcp.ReceiveSide}: the sequence variables of the two
 *     directions, in stream positions ({@link org.wirelathe.tcp.SequenceSpace});
 *     {@link org.wirelathe.tcp.Reassembly}: what came before its turn.
 * <li>{@link org.wirelathe.tcp.Output}: what is sent and when; {@link org.wirelathe.tcp.LossRecovery} and
 *     {@link org.wirelathe.tcp.NewReno}: what is sent again.
 * <li>{@link org.wirelathe.tcp.Retransmission}, {@link org.wirelathe.tcp.RttEstimator},
 *     {@link org.wirelathe.tcp.WindowProbe}: the rules behind the {@link org.wirelathe.tcp.Timers}.
 * <li>{@link org.wirelathe.tcp.CongestionSlot} and {@link org.wirelathe.tcp.Reno}: how much may be in flight, and how
 *     the algorithm that says so is changed on a live connection.
 * </ol>
 *
 * <p>Where RFCs leave room, and in a few places where Linux departs from them, the behaviour is that of Linux; each
 * such place says so. The tests are conversations in the language of {@code Drill}.
 */
package org.wirelathe.tcp;
