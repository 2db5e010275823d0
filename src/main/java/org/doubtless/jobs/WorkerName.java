package org.doubtless.jobs;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a process is called among those that take jobs: its machine and its number there. */
public final class WorkerName {
    private WorkerName() {}

    /** This process. */
    public static String own() {
        return of(ProcessHandle.current().pid());
    }

    /** A process of this machine. */
    static String of(long pid) {
        return hostName() + "-" + pid;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "host";
        }
    }
}
