package org.wirelathe.ui;

import java.nio.file.Path;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.wirelathe.ui.editor.OpenLab;

/** Starts the workbench and stays until its last window is closed. */
public class WorkbenchApplication implements IApplication {
    @Override
    public Object start(IApplicationContext context) {
        var display = PlatformUI.createDisplay();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        try {
            Advisor advisor = new Advisor(arguments == null ? new String[0] : arguments);
            int code = PlatformUI.createAndRunWorkbench(display, advisor);
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            var workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().syncExec(workbench::close);
        }
    }

    private static final class Advisor extends WorkbenchAdvisor {
        private final String[] arguments;

        Advisor(String[] arguments) {
            this.arguments = arguments;
        }

        @Override
        public void initialize(IWorkbenchConfigurer configurer) {
            configurer.setSaveAndRestore(true);
        }

        @Override
        public String getInitialWindowPerspectiveId() {
            return LabPerspective.ID;
        }

        @Override
        public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer window) {
            return new LabWindowAdvisor(window);
        }

        /** Opens the labs that the command line names: {@code -lab PATH}. */
        @Override
        public void postStartup() {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            for (int i = 0; window != null && i + 1 < arguments.length; i++) {
                if (arguments[i].equals("-lab")) {
                    OpenLab.open(window.getActivePage(), Path.of(arguments[i + 1]));
                }
            }
        }
    }
}
