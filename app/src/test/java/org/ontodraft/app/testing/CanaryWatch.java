package org.ontodraft.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/**
 * Watches, as long as it is open, the arguments and environments of this process and of all that it
 * starts, and every line that is logged, down to the finest.
 */
public final class CanaryWatch implements AutoCloseable {
  private static final List<String> LOGGERS = List.of("org.ontodraft", "org.eclipse.jgit");

  private final Set<String> processes = ConcurrentHashMap.newKeySet();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final AppenderBase<ILoggingEvent> appender = new Listener();
  private final Thread thread;
  private volatile boolean closed;

  /** Begins to watch. */
  public CanaryWatch() {
    appender.start();
    for (String name : LOGGERS) {
      Logger logger = (Logger) LoggerFactory.getLogger(name);
      logger.setLevel(Level.TRACE);
      logger.setAdditive(false);
      logger.addAppender(appender);
    }
    thread = Thread.startVirtualThread(this::watch);
  }

  private final class Listener extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      lines.add(
          event.getFormattedMessage()
              + (event.getThrowableProxy() == null
                  ? ""
                  : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
  }

  private void watch() {
    while (!closed) {
      look(ProcessHandle.current());
      ProcessHandle.current().descendants().forEach(this::look);
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void look(ProcessHandle process) {
    for (String part : List.of("cmdline", "environ")) {
      try {
        processes.add(
            Files.readString(
                Path.of("/proc", String.valueOf(process.pid()), part),
                StandardCharsets.ISO_8859_1));
      } catch (IOException ended) {
        // It ended between being listed and being read.
        continue;
      }
    }
  }

  /** How many different arguments and environments were seen. */
  public int seen() {
    return processes.size();
  }

  /** No process and no line of a log held the token. */
  public void assertNever(String token) {
    for (String form : Canary.forms(token)) {
      assertThat(processes.stream().anyMatch(text -> text.contains(form)))
          .as("in the arguments or the environment of a process")
          .isFalse();
      assertThat(lines.stream().filter(line -> line.contains(form))).isEmpty();
    }
  }

  @Override
  public void close() {
    closed = true;
    for (String name : LOGGERS) {
      Logger logger = (Logger) LoggerFactory.getLogger(name);
      logger.detachAppender(appender);
      logger.setAdditive(true);
      logger.setLevel(null);
    }
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
