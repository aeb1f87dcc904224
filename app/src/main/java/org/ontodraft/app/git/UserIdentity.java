package org.ontodraft.app.git;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.ontodraft.app.git.CommitRequest.Author;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who the person at the computer is to Git: {@code user.name} and {@code user.email} of their own
 * configuration. Nothing else of that file is ever obeyed.
 */
public final class UserIdentity {
  private static final Logger LOG = LoggerFactory.getLogger(UserIdentity.class);

  private UserIdentity() {}

  /**
   * The identity in the configuration below this home directory, or one made of the user's name.
   */
  public static Author find(Path home) {
    Config config = read(home.resolve(".gitconfig"));
    String name = config.getString("user", null, "name");
    String email = config.getString("user", null, "email");
    String user = System.getProperty("user.name", "curator");
    return new Author(
        name == null || name.isBlank() ? user : name,
        email == null || email.isBlank() ? user + "@localhost" : email);
  }

  private static Config read(Path file) {
    FileBasedConfig config = new FileBasedConfig(file.toFile(), FS.DETECTED);
    try {
      config.load();
      return config;
    } catch (IOException | ConfigInvalidException unreadable) {
      LOG.info("{} is not used for the author's name", file, unreadable);
      return new Config();
    }
  }
}
