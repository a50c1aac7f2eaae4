/** The lab as a service: where the parts come from, and what there is at this moment. */
package org.wirelathe.lab.internal.service;
