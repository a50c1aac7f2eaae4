package org.wirelathe.ui;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Starts the workbench and stays until its last window is closed. */
public class WorkbenchApplication implements IApplication {
  @Override
  public Object start(IApplicationContext context) {
    var display = PlatformUI.createDisplay();
    try {
      int code = PlatformUI.createAndRunWorkbench(display, new Advisor());
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
    @Override
    public String getInitialWindowPerspectiveId() {
      return LabPerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer window) {
      return new Window(window);
    }
  }

  private static final class Window extends WorkbenchWindowAdvisor {
    Window(IWorkbenchWindowConfigurer configurer) {
      super(configurer);
    }

    @Override
    public void preWindowOpen() {
      var window = getWindowConfigurer();
      window.setTitle("Wirelathe");
      window.setInitialSize(new Point(1200, 800));
      window.setShowMenuBar(true);
      window.setShowStatusLine(true);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer bars) {
      return new ActionBarAdvisor(bars) {
        @Override
        protected void fillMenuBar(IMenuManager menu) {
          var file = new MenuManager("&File", "file");
          file.add(ActionFactory.QUIT.create(bars.getWindowConfigurer().getWindow()));
          menu.add(file);
        }
      };
    }
  }
}
