package org.doubtless.jobs;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jboss.logging.Logger;

/**
 * Gives the system back what native code has freed: the C library keeps it for later, which after some rounds is as much
 * again as a worker needs.
 */
public final class ReturnMemory {
    private static final Logger LOG = Logger.getLogger(ReturnMemory.class);

    private ReturnMemory() {}

    /** Does so, in some tenths of a second; false where this Java machine or system has no such command. */
    public static boolean toSystem() {
        try {
            Object said = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            new Object[0],
                            new String[0]);
            LOG.debugf("%s", said);
            return true;
        } catch (JMException e) {
            LOG.debugf("Freed memory stays with this process: %s", e.getMessage());
            return false;
        }
    }
}
