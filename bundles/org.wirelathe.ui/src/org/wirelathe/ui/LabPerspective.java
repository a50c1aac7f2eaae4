package org.wirelathe.ui;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The perspective the workbench opens with. */
public class LabPerspective implements IPerspectiveFactory {
  public static final String ID = "org.wirelathe.ui.lab";

  @Override
  public void createInitialLayout(IPageLayout layout) {}
}
