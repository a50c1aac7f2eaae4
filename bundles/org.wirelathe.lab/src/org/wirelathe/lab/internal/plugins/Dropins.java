package org.wirelathe.lab.internal.plugins;

import java.time.Duration;

/** Service inside the lab: the folder into which plug-ins are dropped. */
public interface Dropins {
    /**
     * Waits until the jars that lay in the folder at the start are in. Whoever reads a lab file asks first: the file may
     * name what one of them provides.
     *
     * @return false when that takes longer than {@code limit}
     */
    boolean awaitFirstLook(Duration limit) throws InterruptedException;
}
