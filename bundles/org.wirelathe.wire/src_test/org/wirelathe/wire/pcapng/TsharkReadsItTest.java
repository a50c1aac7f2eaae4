package org.wirelathe.wire.pcapng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An outside judge, where it is installed. */
class TsharkReadsItTest {
    /** An ARP request of 10.0.1.1 for 10.0.1.254 (RFC 826), padded to the least frame. */
    private static final String ARP = "ffffffffffff" + "020000000001" + "0806" + "0001080006040001" + "020000000001"
            + "0a000101" + "000000000000" + "0a0001fe" + "00".repeat(18);

    @TempDir
    Path folder;

    @Test
    void timesDirectionsAndInterfacesComeThrough() throws Exception {
        Path tshark = Path.of("/usr/bin/tshark");
        assumeTrue(Files.isExecutable(tshark));
        byte[] frame = HexFormat.of().parseHex(ARP);
        byte[] target = new byte[1024];
        int end = PcapngWriter.section(target, 0, "Wirelathe");
        end = PcapngWriter.ethernetInterface(target, end, new PcapngWriter.InterfaceDescription("eth0",
                0x0200_0000_0001L, 1_000_000_000L, "Wirelathe"), "alice", new PcapngWriter.Selection(0, "arp"));
        end = PcapngWriter.packet(target, end, 1_000_000_001L, PcapngWriter.OUTBOUND, frame, 0, frame.length,
                frame.length, 1234, 0);
        end = PcapngWriter.packet(target, end, 5_000_000_000_000_000_000L, PcapngWriter.INBOUND, frame, 0,
                frame.length, 48, 0, 3);
        end = PcapngWriter.statistics(target, end, 0, 6_000_000_000_000_000_000L, 5, 3);
        Path file = folder.resolve("arp.pcapng");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(target, 0, end);
        }
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(tshark.toString(), "-r", file.toString(), "-T", "fields",
                "-e", "frame.time_epoch", "-e", "frame.interface_name", "-e", "frame.packet_flags_direction",
                "-e", "arp.dst.proto_ipv4", "-e", "frame.comment", "-e", "frame.cap_len", "-e", "frame.len")
                .redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), Files.readString(errors));
        assertEquals("1.000000001\teth0\t2\t10.0.1.254\tid 1234\t60\t60\n"
                + "5000000000.000000000\teth0\t1\t10.0.1.254\t\t48\t60\n",
                out.replace("0x00000002", "2").replace("0x00000001", "1"));
    }
}
