package org.doubtless.round;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The machine that a model is made on, for its provenance. */
final class Machine {
    private Machine() {}

    static Map<String, Object> here() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("name", name());
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("workerMemoryMegabytes", Runtime.getRuntime().maxMemory() >> 20);
        return machine;
    }

    private static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
