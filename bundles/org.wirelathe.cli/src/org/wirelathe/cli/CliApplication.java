package org.wirelathe.cli;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** The headless application. Its result is the exit status of the process. */
public class CliApplication implements IApplication {
  private static final Integer USAGE = 2;

  @Override
  public Object start(IApplicationContext context) {
    System.err.println("usage: wirelathe run LAB | check LAB | list WHAT");
    return USAGE;
  }

  @Override
  public void stop() {}
}
