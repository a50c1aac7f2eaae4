package org.wirelathe.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.wirelathe.ui.LabPerspective;

class WorkbenchTest {
  @Test
  void opensWithTheLabPerspective() {
    var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    assertTrue(window.getShell().isVisible());
    assertEquals(LabPerspective.ID, window.getActivePage().getPerspective().getId());
  }
}
