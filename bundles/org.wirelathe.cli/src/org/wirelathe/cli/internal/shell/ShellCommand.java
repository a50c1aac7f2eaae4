package org.wirelathe.cli.internal.shell;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.wirelathe.cli.internal.Stage;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.lab.Labs;

/** {@code shell}: reads commands from a terminal or a pipe, until there are no more. */
public final class ShellCommand {
    private final Stage stage;
    private final Labs labs;
    private final String file;
    private final List<ServiceRegistration<Function>> registered = new ArrayList<>();

    /** @param file the lab to begin with; empty for none */
    public ShellCommand(Stage stage, Labs labs, String file) {
        this.stage = stage;
        this.labs = labs;
        this.file = file;
    }

    /** Returns the exit status; a command that cannot be done does not change it. */
    public int execute() throws UsageException, IOException {
        boolean typed = isTyped(); // before Gogo puts its own stream in the place of System.in
        try (ShellLab lab = new ShellLab(labs, stage.out())) {
            if (!file.isEmpty()) {
                lab.load(file);
            }
            Shell shell = new Shell(lab);
            try (Gogo gogo = new Gogo(processor(shell), shell, stage)) {
                if (typed) {
                    new TerminalLines(shell).read(gogo);
                } else {
                    read(shell, gogo, new BufferedReader(new InputStreamReader(stage.in(), StandardCharsets.UTF_8)));
                }
            } finally {
                registered.forEach(ServiceRegistration::unregister);
            }
        }
        return Stage.DONE;
    }

    private boolean isTyped() {
        Console console = stage.in() == System.in ? System.console() : null;
        return console != null && console.isTerminal();
    }

    static void read(Shell shell, Gogo gogo, BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            gogo.line(line);
            if (shell.isOver()) {
                return;
            }
        }
    }

    /** Gogo's, with the shell's commands as services, as commands of other bundles are. It runs for the shell only. */
    private CommandProcessor processor(Shell shell) throws UsageException {
        try {
            FrameworkUtil.getBundle(CommandProcessor.class).start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            throw new UsageException("the shell does not start: " + e.getMessage());
        }
        BundleContext context = FrameworkUtil.getBundle(ShellCommand.class).getBundleContext();
        for (Verb verb : shell.verbs()) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(CommandProcessor.COMMAND_SCOPE, Gogo.SCOPE);
            properties.put(CommandProcessor.COMMAND_FUNCTION, verb.name());
            registered.add(context.registerService(Function.class, Gogo.function(shell, verb), properties));
        }
        ServiceReference<CommandProcessor> processor = context.getServiceReference(CommandProcessor.class);
        if (processor == null) {
            throw new UsageException("the shell does not start: Gogo offers no command processor");
        }
        return context.getService(processor);
    }
}
