package org.wirelathe.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IMenuListener;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ActionFactory.IWorkbenchAction;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.wirelathe.ui.editor.OpenLab;

/** Menus and tool bar of the window. */
final class Menus extends ActionBarAdvisor {
    private final IWorkbenchWindow window;

    Menus(IActionBarConfigurer configurer) {
        super(configurer);
        window = configurer.getWindowConfigurer().getWindow();
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(file());
        bar.add(edit());
        bar.add(lab());
        bar.add(run());
        bar.add(windowMenu());
        bar.add(help());
    }

    private MenuManager file() {
        MenuManager menu = new MenuManager("&File", "file");
        menu.add(command(Commands.NEW, "&New Lab"));
        menu.add(command(Commands.OPEN, "&Open Lab\u2026"));
        menu.add(recent());
        menu.add(new Separator());
        menu.add(action(ActionFactory.CLOSE));
        menu.add(action(ActionFactory.CLOSE_ALL));
        menu.add(new Separator());
        menu.add(action(ActionFactory.SAVE));
        menu.add(action(ActionFactory.SAVE_AS));
        menu.add(action(ActionFactory.SAVE_ALL));
        menu.add(new Separator());
        menu.add(action(ActionFactory.QUIT));
        return menu;
    }

    private MenuManager recent() {
        MenuManager menu = new MenuManager("Open &Recent", "recent");
        menu.setRemoveAllWhenShown(true);
        IMenuListener fill = shown -> {
            Recent.files().forEach(file -> shown.add(new Action(
                    file.getFileName() + "  \u2013  " + file.getParent()) {
                @Override
                public void run() {
                    OpenLab.open(window.getActivePage(), file);
                }
            }));
            if (shown.isEmpty()) {
                Action none = new Action("Nothing yet") { };
                none.setEnabled(false);
                shown.add(none);
            }
        };
        menu.addMenuListener(fill);
        // A sub-menu without items would not open at all.
        fill.menuAboutToShow(menu);
        return menu;
    }

    private MenuManager edit() {
        MenuManager menu = new MenuManager("&Edit", "edit");
        menu.add(action(ActionFactory.UNDO));
        menu.add(action(ActionFactory.REDO));
        menu.add(new Separator());
        menu.add(action(ActionFactory.CUT));
        menu.add(action(ActionFactory.COPY));
        menu.add(action(ActionFactory.PASTE));
        menu.add(new Separator());
        menu.add(action(ActionFactory.DELETE));
        menu.add(action(ActionFactory.RENAME));
        menu.add(action(ActionFactory.SELECT_ALL));
        menu.add(new Separator());
        menu.add(action(ActionFactory.FIND));
        return menu;
    }

    private MenuManager lab() {
        MenuManager menu = new MenuManager("&Lab", "lab");
        menu.add(command(Commands.ADD_HOST, "Add &Host"));
        menu.add(command(Commands.ADD_ROUTER, "Add &Router"));
        menu.add(command(Commands.ADD_SWITCH, "Add &Switch"));
        menu.add(command(Commands.CONNECT, "Lay &Cable"));
        menu.add(new Separator());
        menu.add(command(Commands.ZOOM_IN, "Zoom &In"));
        menu.add(command(Commands.ZOOM_OUT, "Zoom &Out"));
        menu.add(command(Commands.ZOOM_FULL, "&100 %"));
        menu.add(command(Commands.ZOOM_FIT, "&Fit"));
        return menu;
    }

    private MenuManager run() {
        MenuManager menu = new MenuManager("&Run", "run");
        menu.add(command(Commands.RUN, "&Run"));
        menu.add(command(Commands.PAUSE, "&Pause"));
        menu.add(command(Commands.PAUSE_WHEN, "Pause &When\u2026"));
        menu.add(command(Commands.STEP, "&Step"));
        menu.add(command(Commands.STEP_FRAME, "Step a &Frame"));
        menu.add(command(Commands.STEP_TIME, "Step 1 &ms"));
        menu.add(command(Commands.STOP, "S&top"));
        return menu;
    }

    private MenuManager windowMenu() {
        MenuManager menu = new MenuManager("&Window", "window");
        MenuManager views = new MenuManager("Show &View", "views");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        menu.add(views);
        menu.add(action(ActionFactory.RESET_PERSPECTIVE));
        menu.add(new Separator());
        menu.add(action(ActionFactory.PREFERENCES));
        return menu;
    }

    private MenuManager help() {
        MenuManager menu = new MenuManager("&Help", "help");
        menu.add(action(ActionFactory.SHOW_QUICK_ACCESS));
        menu.add(new Separator());
        menu.add(action(ActionFactory.ABOUT));
        return menu;
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        tools(bar, "main.file", command(Commands.NEW, null), command(Commands.OPEN, null), item(ActionFactory.SAVE));
        tools(bar, "main.edit", item(ActionFactory.UNDO), item(ActionFactory.REDO));
        tools(bar, "main.run", command(Commands.RUN, null), command(Commands.PAUSE, null),
                command(Commands.STEP, null), command(Commands.PAUSE_WHEN, null), command(Commands.STOP, null));
        tools(bar, "main.zoom", command(Commands.ZOOM_IN, null), command(Commands.ZOOM_OUT, null),
                command(Commands.ZOOM_FIT, null));
    }

    private static void tools(ICoolBarManager bar, String id, IContributionItem... items) {
        ToolBarManager tools = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        for (IContributionItem item : items) {
            tools.add(item);
        }
        bar.add(new ToolBarContributionItem(tools, id));
    }

    private IContributionItem item(ActionFactory factory) {
        return new ActionContributionItem(action(factory));
    }

    private IWorkbenchAction action(ActionFactory factory) {
        IWorkbenchAction known = (IWorkbenchAction) getAction(factory.getId());
        if (known != null) {
            return known;
        }
        IWorkbenchAction made = factory.create(window);
        register(made);
        return made;
    }

    /** @param label null for a button of the tool bar */
    private IContributionItem command(String id, String label) {
        CommandContributionItemParameter item = new CommandContributionItemParameter(
                window, id + (label == null ? ".tool" : ".menu"), id, CommandContributionItem.STYLE_PUSH);
        item.label = label;
        return new CommandContributionItem(item);
    }
}
