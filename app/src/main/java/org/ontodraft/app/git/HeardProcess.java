package org.ontodraft.app.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process whose error stream is read here: its beginning is kept. Thread-safe. */
final class HeardProcess extends Process {
  private static final Logger LOG = LoggerFactory.getLogger(HeardProcess.class);
  private static final int MOST = 8192;
  private static final Duration END = Duration.ofSeconds(5);

  private final Process process;
  private final Thread listener;
  private volatile String said = "";

  HeardProcess(Process process) {
    this.process = process;
    this.listener = Thread.startVirtualThread(this::listen);
  }

  private void listen() {
    try (InputStream errors = process.getErrorStream()) {
      said = new String(errors.readNBytes(MOST), StandardCharsets.UTF_8);
      errors.transferTo(OutputStream.nullOutputStream());
    } catch (IOException ended) {
      LOG.debug("the error stream broke off", ended);
    }
  }

  /** What it said before it ended; it is waited for a little. */
  String said() {
    try {
      listener.join(END);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return said;
  }

  @Override
  public OutputStream getOutputStream() {
    return process.getOutputStream();
  }

  @Override
  public InputStream getInputStream() {
    return process.getInputStream();
  }

  @Override
  public InputStream getErrorStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
    return process.waitFor(timeout, unit);
  }

  /** Waits a little: who asks has seen the end of the streams, which comes before the end. */
  @Override
  public int exitValue() {
    try {
      if (!process.waitFor(END)) {
        process.toHandle().destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return process.exitValue();
  }

  /** Ends it and leaves its streams open, so that its last words are heard. */
  @Override
  public void destroy() {
    process.toHandle().destroy();
  }

  @Override
  public ProcessHandle toHandle() {
    return process.toHandle();
  }
}
