package org.ontodraft.app.forge;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.ontodraft.app.forge.ForgeDirectory.Detection;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.testing.ForgeServer;

/** How the tests reach the local forge: the way the application does. */
final class ForgeTests {
  static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

  private ForgeTests() {}

  static Forge forge(HttpClient client, Duration timeout) {
    return new ForgesByKind(client, timeout, () -> NOW);
  }

  static HeadBranch head(ForgeRepository repository, String branch) {
    return new HeadBranch(repository, branch);
  }

  static NewPullRequest request(ForgeRepository repository, String branch) {
    return new NewPullRequest(
        "Two \u00fc", "Because\n\nof reasons", head(repository, branch), "main", false);
  }

  static ForgeRepository repository(ForgeServer server, String owner, String name) {
    Remote remote =
        ((Remote.Parsed.Accepted) Remote.parse(server.cloneAddress(owner + "/" + name))).remote();
    ForgeDirectory directory = new ForgeDirectory(Map.of(server.host(), server.api()));
    return ((Detection.Known) directory.detect(remote)).repository();
  }
}
