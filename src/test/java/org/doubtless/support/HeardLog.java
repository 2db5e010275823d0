package org.doubtless.support;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** All that is logged while it is open, with the ids that each line carries. */
public final class HeardLog extends Handler implements AutoCloseable {
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final PatternFormatter formatter = new PatternFormatter("%X{ids}%s%e");

    /** A line as it is printed, and its ids. */
    public record Line(String text, Map<String, String> ids) {}

    private HeardLog() {}

    public static HeardLog open() {
        HeardLog log = new HeardLog();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    public List<Line> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord record) {
        ExtLogRecord extended = ExtLogRecord.wrap(record);
        lines.add(new Line(formatter.format(extended), Map.copyOf(extended.getMdcCopy())));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
