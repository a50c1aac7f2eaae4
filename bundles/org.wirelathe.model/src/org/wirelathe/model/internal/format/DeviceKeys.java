package org.wirelathe.model.internal.format;

import static org.wirelathe.model.internal.format.Form.single;
import static org.wirelathe.model.internal.format.Key.optional;
import static org.wirelathe.model.internal.format.Key.required;

import java.util.List;
import org.wirelathe.model.ValueType;

/** The keys of interfaces: cards, rings, drivers and queues. */
final class DeviceKeys {
    private DeviceKeys() {}

    static final Shape RINGS =
            Shape.of(
                    "rings table",
                    optional(
                            "tx",
                            single(ValueType.INTEGER, 2, 32_768),
                            "256",
                            "64",
                            "Descriptors of the transmit ring; a power of two."),
                    optional(
                            "rx",
                            single(ValueType.INTEGER, 2, 32_768),
                            "256",
                            "64",
                            "Descriptors of the receive ring; a power of two."));

    static final Shape COALESCING =
            Shape.of(
                    "coalescing table",
                    optional(
                            "frames",
                            single(ValueType.INTEGER, 1, 65_535),
                            "1",
                            "16",
                            "It interrupts when that many frames have arrived."),
                    optional(
                            "time",
                            single(ValueType.TIME, 0, 1_000_000_000),
                            "0 s",
                            "50 us",
                            "It interrupts that long after the first of them at the latest; needed"
                                    + " for more than one frame."));

    /** What of a card can change while it runs. */
    static final List<Key> REFITTED =
            List.of(
                    optional(
                            "rings",
                            new Form.Table(RINGS),
                            "",
                            "{ tx: 64, rx: 64 }",
                            "The descriptor rings of the NIC."),
                    optional(
                            "coalescing",
                            new Form.Table(COALESCING),
                            "",
                            "{ frames: 16, time: 50 us }",
                            "When the NIC interrupts; by default for every frame."),
                    optional(
                            "offloads",
                            new Form.Words(
                                    List.of(
                                            "checksum",
                                            "tx-checksum",
                                            "rx-checksum",
                                            "tso",
                                            "gro"),
                                    List.of("all", "none")),
                            "none",
                            "[checksum, tso, gro]",
                            "What the NIC and its driver do in the layers' place."),
                    optional(
                            "pause",
                            single(ValueType.FLAG),
                            "false",
                            "true",
                            "Whether the NIC sends and obeys IEEE 802.3x PAUSE frames."));

    static final Shape QUEUE =
            new Shape(
                    "queue table",
                    List.of(
                            optional(
                                    "type",
                                    single(ValueType.NAME),
                                    "fifo",
                                    "fifo",
                                    "The queue discipline; it decides which other keys there are."),
                            optional(
                                    "limit",
                                    single(ValueType.LIMIT, 1, Integer.MAX_VALUE),
                                    "1000 packets",
                                    "100 packets",
                                    "How much it holds, as packets or as bytes.")),
                    true);

    static final Shape DRIVER =
            new Shape(
                    "driver table",
                    List.of(
                            required(
                                    "type",
                                    single(ValueType.NAME),
                                    "polling",
                                    "The driver; it decides which other keys there are."),
                            optional(
                                    "file",
                                    single(ValueType.FILE),
                                    "",
                                    "flood.pcapng",
                                    "The file that it works from; relative to the lab file.")),
                    true);

    /** What names a driver. */
    static final Form A_DRIVER = new Form.Short(DRIVER);

    static final Shape INTERFACE =
            Shape.of(
                    "interface",
                    optional(
                            "address",
                            new Form.OneOrMany(single(ValueType.INTERFACE_ADDRESS)),
                            "",
                            "10.0.1.1/24",
                            "One address or a list, of either family, each with the length of its"
                                    + " network's prefix; required unless a router gives it one, and"
                                    + " except on a switch, whose ports have none."),
                    optional(
                            "ipv6",
                            new Form.Short(NetworkKeys.IPV6),
                            "",
                            "auto",
                            "How IPv6 runs on it; without this key it runs when there is an IPv6"
                                    + " address."),
                    optional(
                            "mac",
                            single(ValueType.MAC),
                            "",
                            "02:00:00:00:00:01",
                            "The Ethernet address; the lab chooses one."),
                    optional(
                            "mtu",
                            single(ValueType.INTEGER, 68, 9_000),
                            "1500",
                            "1400",
                            "The largest IP packet, bytes."),
                    REFITTED.get(0),
                    REFITTED.get(1),
                    REFITTED.get(2),
                    REFITTED.get(3),
                    optional(
                            "card-buffer",
                            single(ValueType.SIZE, 0, 1L << 30),
                            "0 B",
                            "64 KiB",
                            "What the NIC itself holds while no receive descriptor is free."),
                    optional(
                            "driver",
                            A_DRIVER,
                            "ring",
                            "polling",
                            "The driver of the NIC."),
                    optional(
                            "replay",
                            single(ValueType.FILE),
                            "",
                            "flood.pcapng",
                            "Short for `driver: { type: replay, file: flood.pcapng }`: the pcap or"
                                    + " pcapng file whose frames arrive."),
                    optional(
                            "queue",
                            new Form.Table(QUEUE),
                            "",
                            "{ type: fq_codel }",
                            "The queue in front of the NIC, in place of the cable's."),
                    optional(
                            "vlan",
                            single(ValueType.INTEGER, 1, 4_094),
                            "",
                            "10",
                            "The VLAN whose tag its frames carry; of a switch's port, the VLAN of"
                                    + " frames without a tag. A port for which neither `vlan` nor"
                                    + " `trunk` is written is on VLAN 1."),
                    optional(
                            "trunk",
                            new Form.Many(single(ValueType.INTEGER, 1, 4_094), 0),
                            "",
                            "[10, 20]",
                            "Of a switch's port: the VLANs whose frames carry tags."));
}
