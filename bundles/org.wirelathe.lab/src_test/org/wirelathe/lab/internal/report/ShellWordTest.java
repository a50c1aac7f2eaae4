package org.wirelathe.lab.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShellWordTest {
    @Test
    void aShellReadsBackWhatWasMeant() {
        assertEquals("examples/labs/first-transfer.yaml", ShellWord.of("examples/labs/first-transfer.yaml"));
        assertEquals("'my lab.yaml'", ShellWord.of("my lab.yaml"));
        assertEquals("'$(reboot).yaml'", ShellWord.of("$(reboot).yaml"));
        assertEquals("'it'\\''s.yaml'", ShellWord.of("it's.yaml"));
        assertEquals("'./-x.yaml'", ShellWord.of("-x.yaml"));
    }

    @Test
    void aLinkIsRelativeWhateverTheNameLooksLike() {
        assertEquals("./alice-eth0.pcapng", new ResultFile("alice-eth0.pcapng", 1).reference());
        assertEquals("./javascript%3Aalert%281%29", new ResultFile("javascript:alert(1)", 1).reference());
        assertEquals("./sub/%C3%BC%20%23.bin", new ResultFile("sub/ü #.bin", 1).reference());
    }
}
