package org.wirelathe.ip.ndp;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.ip.v6.Ipv6Address;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** Makes addresses of prefixes, and lets them age (RFC 4862 §5.3, §5.5), with identifiers of RFC 7217. */
final class StatelessAutoconfiguration implements Ageing {
    /** Most addresses made of advertised prefixes (Linux: max_addresses). */
    static final int MAX_ADDRESSES = 16;
    /** A valid lifetime is not cut below this by a message that anybody may have sent (RFC 4862 §5.5.3 e). */
    static final long TWO_HOURS = 7200 * Constants.SECOND;
    /** fe80::/64 (RFC 4291 §2.5.6). */
    static final IpPrefix LINK_LOCAL =
            new IpPrefix(new IpAddress(0xFE80_0000_0000_0000L, 0), StableAddress.IDENTIFIER_BITS);

    private static final class Made {
        final IpPrefix prefix;
        int dadCounter;
        int duplicates;
        /** When the next address is to be tried after a duplicate; {@link Long#MAX_VALUE} for never. */
        long retryAt = Long.MAX_VALUE;
        Ipv6Address address;

        Made(IpPrefix prefix) {
            this.prefix = prefix;
        }
    }

    private final Scheduler scheduler;
    private final Ipv6Interface at;
    private final Addresses addresses;
    private final StableAddress stable;
    private final List<Made> made = new ArrayList<>();

    StatelessAutoconfiguration(NodeContext node, Ipv6Interface at, Addresses addresses) {
        scheduler = node.scheduler();
        this.at = at;
        this.addresses = addresses;
        stable = new StableAddress(node.random("ndp.secret"), at.name());
    }

    /** Makes the link-local address (RFC 4862 §5.3). */
    void linkLocal() {
        make(LINK_LOCAL, false, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private void make(IpPrefix prefix, boolean automatic, long preferredUntil, long validUntil) {
        Made one = new Made(prefix);
        made.add(one);
        assign(one, automatic, preferredUntil, validUntil);
    }

    private void assign(Made one, boolean automatic, long preferredUntil, long validUntil) {
        IpAddress ip = stable.in(one.prefix, one.dadCounter);
        while (StableAddress.isReserved(ip.low()) || at.address(ip.high(), ip.low()) != null) {
            ip = stable.in(one.prefix, ++one.dadCounter);
        }
        one.address = new Ipv6Address(ip, one.prefix.length(), automatic, AddressRow.State.TENTATIVE);
        one.address.preferredUntil = preferredUntil;
        one.address.validUntil = validUntil;
        addresses.assign(one.address);
    }

    /**
     * A prefix is advertised for this (RFC 4862 §5.5.3).
     *
     * @param preferred lifetime in ns; {@link Long#MAX_VALUE} for ever
     * @param valid lifetime in ns, at least the preferred one; {@link Long#MAX_VALUE} for ever
     */
    void advertised(IpPrefix prefix, long preferred, long valid) {
        long now = scheduler.now();
        for (Made one : made) {
            if (one.prefix.equals(prefix)) {
                one.address.preferredUntil = until(now, preferred);
                one.address.validUntil = validUntil(now, one.address.validUntil, until(now, valid));
                addresses.judge(one.address);
                return;
            }
        }
        if (valid > 0 && made.size() < MAX_ADDRESSES + 1) {
            make(prefix, true, until(now, preferred), until(now, valid));
        }
    }

    static long until(long now, long lifetime) {
        return lifetime == Long.MAX_VALUE ? lifetime : now + lifetime;
    }

    /** RFC 4862 §5.5.3 e: longer, or long, is believed; else it is two hours, or what was left if that is less. */
    static long validUntil(long now, long before, long said) {
        long twoHours = now + TWO_HOURS;
        if (said > twoHours || said > before) {
            return said;
        }
        return Math.min(before, twoHours);
    }

    /**
     * An address is a duplicate: another is tried after a pause, within limits (RFC 7217 §6).
     *
     * @return false when it was not made here, or no further one is tried
     */
    boolean duplicate(Ipv6Address address) {
        for (Made one : made) {
            if (one.address == address && one.duplicates < Constants.IDGEN_RETRIES) {
                one.duplicates++;
                one.dadCounter++;
                one.retryAt = scheduler.now() + Constants.IDGEN_DELAY;
                return true;
            }
        }
        return false;
    }

    /** Nothing more is made. */
    void stop() {
        made.clear();
    }

    /** An address was taken out by other hands. */
    void removed(Ipv6Address address) {
        made.removeIf(one -> one.address == address);
    }

    @Override
    public long next() {
        long next = Long.MAX_VALUE;
        for (Made one : made) {
            next = Math.min(next, Math.min(one.retryAt, one.address.validUntil));
            if (one.address.state == AddressRow.State.PREFERRED) {
                next = Math.min(next, one.address.preferredUntil);
            }
        }
        return next;
    }

    @Override
    public void age(long now) {
        for (int i = made.size() - 1; i >= 0; i--) {
            Made one = made.get(i);
            if (one.address.validUntil <= now) {
                made.remove(i);
                addresses.remove(one.address);
            } else if (one.retryAt <= now) {
                one.retryAt = Long.MAX_VALUE;
                Ipv6Address duplicate = one.address;
                addresses.remove(duplicate);
                assign(one, duplicate.automatic, duplicate.preferredUntil, duplicate.validUntil);
            } else {
                addresses.judge(one.address);
            }
        }
    }
}
