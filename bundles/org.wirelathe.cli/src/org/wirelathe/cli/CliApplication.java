package org.wirelathe.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.wirelathe.cli.internal.Commands;
import org.wirelathe.cli.internal.LastResort;
import org.wirelathe.cli.internal.PluginNotices;
import org.wirelathe.cli.internal.Stage;
import org.wirelathe.lab.Dropins;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.PluginListener;

/** The headless application. Its result is the exit status of the process. */
public class CliApplication implements IApplication {
    /** Longer than a few plug-ins take; whoever drops many waits for the rest of them in vain. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        return execute(System.in, System.out, System.err,
                (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
    }

    /** Does what the words say with the services of this framework; returns the exit status. */
    public static int execute(InputStream in, PrintStream out, PrintStream err, String... words) {
        Stage stage = new Stage(in, out, err, Path.of(System.getProperty("wirelathe.home", "")));
        try {
            return new Commands(stage, () -> labs(stage)).execute(words);
        } catch (Exception | LinkageError | StackOverflowError e) {
            return LastResort.explain(e, stage);
        }
    }

    /** The service, once the plug-ins are in that lay in their folder at the start; {@code null} when there is none. */
    private static Labs labs(Stage stage) throws InterruptedException {
        context().registerService(PluginListener.class, new PluginNotices(stage), null);
        Optional<Dropins> dropins = service(Dropins.class);
        if (dropins.isPresent()) {
            dropins.get().awaitFirstLook(PATIENCE);
        }
        return service(Labs.class).orElse(null);
    }

    private static <T> Optional<T> service(Class<T> type) {
        BundleContext context = context();
        ServiceReference<T> reference = context.getServiceReference(type);
        return Optional.ofNullable(reference).map(context::getService);
    }

    private static BundleContext context() {
        return FrameworkUtil.getBundle(CliApplication.class).getBundleContext();
    }

    @Override
    public void stop() {
        // A run is stopped by a signal; see Interrupt.
    }
}
