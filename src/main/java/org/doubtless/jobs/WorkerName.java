package org.doubtless.jobs;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a process is called among those that take jobs: its machine, its number there, and when it began. */
public final class WorkerName {
    // In a container that is started again, machine and number are those of the process that died there.
    private static final String BEGAN =
            Long.toString(ManagementFactory.getRuntimeMXBean().getStartTime(), Character.MAX_RADIX);

    private WorkerName() {}

    /** This process. */
    public static String own() {
        return beginning(ProcessHandle.current().pid()) + BEGAN;
    }

    /** How the name of a process of this machine begins. */
    static String beginning(long pid) {
        return host() + "-" + pid + "-";
    }

    /** This machine. */
    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "host";
        }
    }
}
