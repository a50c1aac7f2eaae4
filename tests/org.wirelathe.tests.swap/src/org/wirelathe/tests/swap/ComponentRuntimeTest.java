package org.wirelathe.tests.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** The framework under test is the real one: Equinox, Felix SCR, and the bundles as they are shipped. */
class ComponentRuntimeTest {
  private final Bundle own = FrameworkUtil.getBundle(getClass());

  @Test
  void componentsAreServedInThisFramework() {
    var runtime = own.getBundleContext().getServiceReference(ServiceComponentRuntime.class);
    assertNotNull(runtime, "no component runtime in the framework");
    assertEquals("org.apache.felix.scr", runtime.getBundle().getSymbolicName());
    assertEquals(Bundle.ACTIVE, runtime.getBundle().getState());
  }

  /** A bundle that is only resolved is one whose components the runtime never sees. */
  @Test
  void everyBundleOfTheStackIsStarted() {
    List<String> idle = Stream.of(own.getBundleContext().getBundles())
        .filter(bundle -> bundle.getSymbolicName().startsWith("org.wirelathe."))
        .filter(bundle -> (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) == 0)
        .map(Bundle::getSymbolicName)
        .filter(name -> !name.startsWith("org.wirelathe.tests."))
        .filter(name -> !name.equals("org.wirelathe.launcher")) // lives outside of any framework
        .toList();
    assertEquals(List.of(), idle);
  }
}
