package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running instance per data directory. The operating system holds the lock, so a killed
 * instance leaves none behind; a second instance asks the first to show its window.
 */
public final class SingleInstance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);

  private final Path lockFile;
  private final FileChannel channel;
  private final FileLock lock;
  private @Nullable ServerSocketChannel server;

  private SingleInstance(Path lockFile, FileChannel channel, FileLock lock) {
    this.lockFile = lockFile;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock.
   *
   * @return null when another instance holds it
   */
  public static @Nullable SingleInstance acquire(Path lockFile) throws IOException {
    FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new SingleInstance(lockFile, channel, lock);
      }
    } catch (OverlappingFileLockException sameProcess) {
      LOG.debug("the lock is held by this process");
    }
    channel.close();
    return null;
  }

  /**
   * Asks the instance that holds the lock to show its window.
   *
   * @return false when it did not answer
   */
  public static boolean showOther(Path lockFile) {
    try (SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.connect(UnixDomainSocketAddress.of(socketFile(lockFile)));
      return socket.read(ByteBuffer.allocate(1)) == 1;
    } catch (IOException | UnsupportedOperationException silent) {
      LOG.debug("the other instance does not answer", silent);
      return false;
    }
  }

  /** Runs the action whenever a second instance is started. Where sockets are missing, never. */
  public void onSecondInstance(Runnable show) {
    Path socketFile = socketFile(lockFile);
    try {
      Files.deleteIfExists(socketFile);
      ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      opened.bind(UnixDomainSocketAddress.of(socketFile));
      server = opened;
      Thread.ofVirtual().name("second-instance").start(() -> serve(opened, show));
    } catch (IOException | UnsupportedOperationException unavailable) {
      LOG.info("START-04 a second start cannot bring this window to the front", unavailable);
    }
  }

  private static void serve(ServerSocketChannel opened, Runnable show) {
    while (opened.isOpen()) {
      try (SocketChannel client = opened.accept()) {
        show.run();
        client.write(ByteBuffer.wrap(new byte[] {1}));
      } catch (AsynchronousCloseException closed) {
        return;
      } catch (IOException failed) {
        LOG.warn("START-05 a second start was not answered", failed);
      }
    }
  }

  private static Path socketFile(Path lockFile) {
    return lockFile.resolveSibling("instance.socket");
  }

  @Override
  public void close() throws IOException {
    ServerSocketChannel opened = server;
    if (opened != null) {
      opened.close();
      Files.deleteIfExists(socketFile(lockFile));
    }
    lock.release();
    channel.close();
  }
}
