package org.wirelathe.ui.topology.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.model.Interface;
import org.wirelathe.wire.IpAddress;

/** There is room for one address below a node. */
class AddressLabelTest {
    private static String label(String... addresses) {
        List<InterfaceAddress> all = Stream.of(addresses).map(text -> new InterfaceAddress(IpAddress.parse(text), 24))
                .toList();
        return Labels.addresses(new Interface("eth0", all));
    }

    @Test
    void theFirstIsWrittenAndTheOthersAreCounted() {
        assertEquals("", label());
        assertEquals("10.0.1.1/24", label("10.0.1.1"));
        assertEquals("10.0.1.1/24  +2", label("10.0.1.1", "2001:db8::1", "10.0.9.1"));
    }
}
