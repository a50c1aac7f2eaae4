package org.wirelathe.ui;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.wirelathe.ui.view.ChartView;
import org.wirelathe.ui.view.ConsoleView;
import org.wirelathe.ui.view.DeviceView;
import org.wirelathe.ui.view.NetworkView;
import org.wirelathe.ui.view.ProblemsView;
import org.wirelathe.ui.view.PropertiesView;
import org.wirelathe.ui.view.RunView;

/** The perspective the workbench opens with: the lab in the middle, its run and properties beside, curves below. */
public class LabPerspective implements IPerspectiveFactory {
    public static final String ID = "org.wirelathe.ui.lab";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        IFolderLayout side = layout.createFolder("side", IPageLayout.RIGHT, 0.68f, editors);
        side.addView(RunView.ID);
        IFolderLayout lower = layout.createFolder("lower", IPageLayout.BOTTOM, 0.42f, "side");
        lower.addView(PropertiesView.ID);
        IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.6f, editors);
        bottom.addView(ChartView.ID);
        bottom.addView(DeviceView.ID);
        bottom.addView(NetworkView.ID);
        bottom.addView(ConsoleView.ID);
        bottom.addView(ProblemsView.ID);
        layout.setEditorOnboardingText("Open a lab, or create one");
        layout.addEditorOnboardingCommandId(Commands.OPEN);
        layout.addEditorOnboardingCommandId(Commands.NEW);
    }
}
