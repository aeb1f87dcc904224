package org.ontodraft.app.git;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit may know of the computer: no Git configuration of the user, the system or JGit, and no
 * {@code GIT_} variables. So no foreign file can redirect an address, switch off certificate checks
 * or name a program, and JGit starts no process to look for one.
 */
final class IsolatedSystemReader extends SystemReader {
  private static final int MB = 1024 * 1024;

  private final SystemReader system;

  private IsolatedSystemReader(SystemReader system) {
    this.system = system;
    setPlatformChecker();
  }

  /** Puts it in place for the whole process, once. */
  static synchronized void install() {
    SystemReader present = SystemReader.getInstance();
    if (!(present instanceof IsolatedSystemReader)) {
      SystemReader.setInstance(new IsolatedSystemReader(present));
      WindowCacheConfig cache = new WindowCacheConfig();
      cache.setPackedGitLimit(64L * MB);
      cache.setDeltaBaseCacheLimit(32 * MB);
      cache.install();
    }
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  @Override
  public @Nullable String getenv(String variable) {
    return variable.startsWith("GIT_") ? null : system.getenv(variable);
  }

  @Override
  public @Nullable String getProperty(String key) {
    return system.getProperty(key);
  }

  @Override
  public String getHostname() {
    return "localhost";
  }

  @Override
  @SuppressWarnings("deprecation")
  @Deprecated
  public long getCurrentTime() {
    return system.getCurrentTime();
  }

  @Override
  public Instant now() {
    return system.now();
  }

  @Override
  @SuppressWarnings("deprecation")
  @Deprecated
  public int getTimezone(long when) {
    return 0;
  }

  @Override
  public ZoneOffset getTimeZoneAt(Instant when) {
    return ZoneOffset.UTC;
  }

  @Override
  public Locale getLocale() {
    return Locale.ROOT;
  }

  /** A configuration of nobody: empty but for what this program sets, and it stays so. */
  private static final class NoConfig extends FileBasedConfig {
    /** Coarser than any file system, so files are read again rather than taken as unchanged. */
    private static final Duration TIMESTAMP_RESOLUTION = Duration.ofSeconds(2);

    NoConfig(@Nullable Config parent, FS fs) {
      super(parent, new File("none"), fs);
    }

    @Override
    public void load() {
      clear();
      // A folder on this computer packs in this process: what it has packed is sent as it is.
      setBoolean("pack", null, "deltaCompression", false);
    }

    @Override
    public void save() {
      // Nothing is kept.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    /**
     * Answers for every file system, because JGit would otherwise measure it by writing files into
     * the folder it reads, which may be the user's own clone.
     */
    @Override
    public long getTimeUnit(
        String section, @Nullable String subsection, String name, long other, TimeUnit unit) {
      return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
          ? unit.convert(TIMESTAMP_RESOLUTION)
          : super.getTimeUnit(section, subsection, name, other, unit);
    }
  }
}
