package org.wirelathe.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Service: the folder into which plug-ins are dropped. What becomes of them hears a {@link PluginListener}. */
public interface Dropins {
    /** The folder; empty when none is watched. */
    Optional<Path> folder();

    /**
     * Waits until the jars that lay in the folder at the start are in, and listeners have heard of it. Whoever reads a
     * lab file waits first: the file may name what one of them provides.
     *
     * @return false when that takes longer than {@code limit}
     */
    boolean awaitFirstLook(Duration limit) throws InterruptedException;
}
