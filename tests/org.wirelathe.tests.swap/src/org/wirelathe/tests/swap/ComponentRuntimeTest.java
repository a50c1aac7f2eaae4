package org.wirelathe.tests.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

class ComponentRuntimeTest {
  @Test
  void componentsAreServedInThisFramework() {
    var context = FrameworkUtil.getBundle(getClass()).getBundleContext();
    var runtime = context.getServiceReference(ServiceComponentRuntime.class);
    assertNotNull(runtime, "no component runtime in the framework");
    assertEquals("org.apache.felix.scr", runtime.getBundle().getSymbolicName());
    assertEquals(Bundle.ACTIVE, runtime.getBundle().getState());
  }
}
