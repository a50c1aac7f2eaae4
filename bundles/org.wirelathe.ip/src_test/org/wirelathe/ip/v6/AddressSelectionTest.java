package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.AddressRow.State;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.wire.IpAddress;

/** RFC 6724: the examples of its §10.1 and §10.2, but for those about home and temporary addresses and tunnels. */
class AddressSelectionTest {
    private final Ipv6Interfaces interfaces = new Ipv6Interfaces();
    private final SourceSelection selection = new SourceSelection(interfaces);

    private Ipv6Interface add(String name, String addresses) {
        Ipv6Interface at = new Ipv6Interface(new FakeLink(name, 1500).link,
                new InterfaceSettings(List.of(), true, false, false, Optional.empty()));
        interfaces.add(at);
        for (String one : addresses.split(" ")) {
            String address = one.replace("(deprecated)", "").replace("(tentative)", "");
            State state = one.endsWith("(deprecated)") ? State.DEPRECATED
                    : one.endsWith("(tentative)") ? State.TENTATIVE : State.PREFERRED;
            at.addresses().add(new Ipv6Address(IpAddress.parse(address), 64, false, state));
        }
        return at;
    }

    private String select(Ipv6Interface out, String destination) {
        IpAddress to = IpAddress.parse(destination);
        Ipv6Address chosen = selection.select(out, to.high(), to.low());
        return chosen == null ? null : chosen.address.toString();
    }

    /** §10.1; each in both orders, as the order of candidates says nothing. */
    @ParameterizedTest
    @CsvSource({"2001:db8:1::1, 2001:db8:3::1 fe80::1, 2001:db8:3::1", // rule 2, appropriate scope
            "ff05::1, 2001:db8:3::1 fe80::1, 2001:db8:3::1", // rule 2
            "2001:db8:1::1, 2001:db8:1::1(deprecated) 2001:db8:2::1, 2001:db8:1::1", // rule 1, same address
            "fe80::1, fe80::2(deprecated) 2001:db8:1::1, fe80::2", // rule 2
            "2001:db8:1::1, 2001:db8:1::2 2001:db8:3::2, 2001:db8:1::2", // rule 8, longest matching prefix
            "2002:c633:6401::1, 2002:c633:6401::2 2001:db8:1::2, 2002:c633:6401::2", // rule 6, matching label
            "2001:db8:1::1, 2001:db8:1::2(deprecated) 2001:db8:3::2, 2001:db8:3::2", // rule 3, by its text
            "2001:db8:1::1, 2001:db8:1::2(tentative) fe80::1, fe80::1"}) // RFC 4862 §5.4: no address yet
    void choosesTheSource(String destination, String candidates, String expected) {
        assertEquals(expected, select(add("eth0", candidates), destination));
        String[] two = candidates.split(" ");
        assertEquals(expected, select(add("eth1", two[1] + " " + two[0]), destination));
    }

    /** §5 rule 5, and §4: what is on a link is spoken to from an address of that link. */
    @Test
    void prefersTheOutgoingInterface() {
        Ipv6Interface eth0 = add("eth0", "fe80::1 2001:db8:7::1");
        Ipv6Interface eth1 = add("eth1", "fe80::2 2001:db8:8::1");
        assertEquals("2001:db8:7::1", select(eth0, "2001:db8:8::5"));
        assertEquals("2001:db8:8::1", select(eth1, "2001:db8:7::5"));
        assertEquals("fe80::2", select(eth1, "fe80::9"));
        Ipv6Interface eth2 = add("eth2", "fe80::3");
        assertEquals("2001:db8:7::1", select(eth2, "2001:db8:7::5")); // rule 2 comes before rule 5
        assertEquals("fe80::3", select(eth2, "ff02::1"));
    }

    @Test
    void findsNoneWhereThereIsNone() {
        Ipv6Interface eth0 = add("eth0", "2001:db8:7::1(tentative)");
        assertNull(select(eth0, "2001:db8:8::5"));
    }

    /** §2.2: bits behind the source's prefix are no part of what matches. */
    @Test
    void comparesNoInterfaceIdentifiers() {
        assertEquals("2001:db8:1::5", select(add("eth0", "2001:db8:1::5 2001:db8:1::1"), "2001:db8:1::3"));
    }

    /** §10.2: destinations, sources by destination, expected order. */
    @ParameterizedTest
    @CsvSource({"198.51.100.121 2001:db8:1::1, 169.254.13.78 2001:db8:1::2, 2001:db8:1::1 198.51.100.121", // rule 2
            "2001:db8:1::1 198.51.100.121, fe80::1 198.51.100.117, 198.51.100.121 2001:db8:1::1", // rule 2
            "10.1.2.3 2001:db8:1::1, 10.1.2.4 2001:db8:1::2, 2001:db8:1::1 10.1.2.3", // rule 6, precedence
            "2001:db8:1::1 fe80::1, 2001:db8:1::2 fe80::2, fe80::1 2001:db8:1::1", // rule 8, smaller scope
            "fe80::1 2001:db8:1::1, fe80::2(deprecated) 2001:db8:1::2, 2001:db8:1::1 fe80::1", // rule 3
            "2001:db8:3ffe::1 2001:db8:1::1, 2001:db8:3f44::2 2001:db8:1::2, 2001:db8:1::1 2001:db8:3ffe::1", // rule 9
            "2001:db8:1::1 2002:c633:6401::1, 2002:c633:6401::2 2002:c633:6401::2, "
                    + "2002:c633:6401::1 2001:db8:1::1", // rule 5, matching label
            "2002:c633:6401::1 2001:db8:1::1, 2002:c633:6401::2 2001:db8:1::2, "
                    + "2001:db8:1::1 2002:c633:6401::1", // rule 6
            "2001:db8:1::1 198.51.100.121, none 198.51.100.117, 198.51.100.121 2001:db8:1::1", // rule 1, by its text
            "2001:db8:9::1 2001:db8:8::1, none none, 2001:db8:9::1 2001:db8:8::1"}) // rule 10
    void ordersDestinations(String destinations, String sources, String expected) {
        List<IpAddress> to = new ArrayList<>();
        List<IpAddress> from = new ArrayList<>();
        List<AddressRow> own = new ArrayList<>();
        for (String one : destinations.split(" ")) {
            to.add(IpAddress.parse(one));
        }
        for (String one : sources.split(" ")) {
            String address = one.replace("(deprecated)", "");
            from.add(one.equals("none") ? null : IpAddress.parse(address));
            if (from.getLast() != null) {
                own.add(new AddressRow("eth0",
                        new InterfaceAddress(from.getLast(), from.getLast().isV4() ? 24 : 64),
                        one.equals(address) ? State.PREFERRED : State.DEPRECATED, Long.MAX_VALUE, Long.MAX_VALUE));
            }
        }
        List<IpAddress> order = DestinationOrder.of(to, one -> from.get(to.indexOf(one)), own);
        assertEquals(expected, String.join(" ", order.stream().map(IpAddress::toString).toList()));
    }
}
