package org.wirelathe.ip.route;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.net.PrefixTable;
import org.wirelathe.api.net.PrefixTables;

/** The tables of the IP layer, for others. */
@Component
public final class PrefixTries implements PrefixTables {
    @Override
    public <V> PrefixTable<V> v4() {
        return PrefixTrie.v4();
    }

    @Override
    public <V> PrefixTable<V> v6() {
        return PrefixTrie.v6();
    }
}
