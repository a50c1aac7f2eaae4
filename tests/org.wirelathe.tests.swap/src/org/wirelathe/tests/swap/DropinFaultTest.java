package org.wirelathe.tests.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.lab.PluginEvent;
import org.wirelathe.lab.PluginEvent.Kind;
import org.wirelathe.lab.internal.plugins.PluginRegistry;
import org.wirelathe.tests.swap.plugin.BadActivator;

/** H18: jars that are whole, and of no use all the same. The version that works goes on working, in the same lease. */
class DropinFaultTest {
    private final DropFolder folder = new DropFolder();
    private final PluginRegistry registry = folder.service(PluginRegistry.class);
    private IdleRun run;

    @BeforeEach
    void aGoodVersionIsAtWork() throws Exception {
        folder.drop("a.jar", new PluginFile("org.example.portion", "1.0.0", "portion", 4).bytes());
        run = new IdleRun(registry, "portion");
    }

    @AfterEach
    void itStillIs() throws Exception {
        assertTrue(run.lease().isLive() && run.lease().enter());
        run.lease().leave();
        assertTrue(run.windows().stream().allMatch(window -> window == 4), run.windows().toString());
        assertEquals("1.0.0", folder.bundle("org.example.portion").getVersion().toString());
        run.close();
        folder.close();
        assertEquals(Set.of(), Set.copyOf(folder.removalPending()));
    }

    private static PluginFile next() {
        return new PluginFile("org.example.portion", "1.1.0", "portion", 5);
    }

    /** The reason, cut out of the sentence. */
    private String refused(PluginFile file) throws Exception {
        PluginEvent event = folder.drop("a.jar", file.bytes());
        assertEquals(Kind.REFUSED, event.kind(), event.message());
        String before = "a.jar is not used: ";
        String after = ". org.example.portion 1.0.0 goes on working.";
        assertTrue(event.message().startsWith(before) && event.message().endsWith(after), event.message());
        return event.message().substring(before.length(), event.message().length() - after.length());
    }

    /** {@code start} returns in peace, the bundle is ACTIVE, the service is registered. */
    @Test
    void aComponentThatDoesNotActivate() throws Exception {
        assertEquals("its component org.wirelathe.tests.swap.plugin.Portion could not be activated:"
                + " java.lang.IllegalStateException: no licence for this table",
                refused(next().property("fault", "String", "activate")));
    }

    @Test
    void anAlgorithmThatAnswersNonsense() throws Exception {
        assertEquals("window() answered 0 after create, it must be at least 1 byte",
                refused(next().property("fault", "String", "window")));
        assertEquals("onAck threw java.lang.IllegalStateException: acknowledgment 1 is one too many",
                refused(next().property("failAfter", "Integer", "0")));
        assertEquals(List.of(), folder.errors());
    }

    /** Passes the checksums, and fails when the class is first used. */
    @Test
    void aClassThatIsNone() throws Exception {
        String reason = refused(next().entry("org/wirelathe/tests/swap/plugin/Portion$Controller.class",
                "not a class".getBytes(StandardCharsets.US_ASCII)));
        assertTrue(reason.startsWith("create threw java.lang.ClassFormatError: "), reason);
    }

    @Test
    void anImportThatNobodyExports() throws Exception {
        assertEquals("it needs what is not here: Import-Package: org.nowhere; version=\"[3.0.0,4.0.0)\"",
                refused(next().header("Import-Package", "org.nowhere;version=\"[3,4)\"")));
    }

    @Test
    void aJavaThatIsTooOld() throws Exception {
        String reason = refused(next().header("Require-Capability",
                "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""));
        assertTrue(reason.startsWith("it needs what is not here: ") && reason.contains("(version=99)"), reason);
    }

    @Test
    void anActivatorThatThrows() throws Exception {
        assertEquals("its activator threw java.lang.IllegalStateException: not today",
                refused(next().header("Import-Package",
                        "org.wirelathe.api.congestion;version=\"[1.0,2)\",org.osgi.framework;version=\"[1.10,2)\"")
                        .header("Bundle-Activator", BadActivator.class.getName()).withClass(BadActivator.class)));
    }

    @Test
    void aComponentThatWaitsForSomething() throws Exception {
        assertEquals("its component org.wirelathe.tests.swap.plugin.Portion waits for a service, reference missing",
                refused(next().waitsFor("org.example.Missing")));
    }

    @Test
    void aBundleThatOffersNothing() throws Exception {
        assertEquals("it offers no service: a congestion algorithm is a class with @Component that implements"
                + " CongestionAlgorithm", refused(next().header("Service-Component", null)));
    }

    @Test
    void aManifestThatTheFrameworkRejects() throws Exception {
        String reason = refused(next().header("Import-Package", "org.nowhere,org.nowhere"));
        assertTrue(reason.startsWith("the framework does not take it: ") && reason.contains("org.nowhere"), reason);
        assertEquals("it exports packages (org.example.portion), and whoever imports them would keep it from being"
                + " removed: a plug-in exports nothing, take Export-Package out of its manifest",
                refused(next().header("Export-Package", "org.example.portion")));
    }
}
