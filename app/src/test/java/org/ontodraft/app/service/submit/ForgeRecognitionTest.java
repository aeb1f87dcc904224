package org.ontodraft.app.service.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.forge.ForgeDirectory;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.forge.ForgeProbe;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.testing.VersionPages;

class ForgeRecognitionTest {
  private final Map<String, String> apis = new HashMap<>();

  private ForgeRecognition of(String address, HttpClient client) {
    return new ForgeRecognition(
        ((Remote.Parsed.Accepted) Remote.parse(address)).remote(),
        () -> new ForgeDirectory(apis),
        new ForgeProbe(client, Duration.ofSeconds(5), InstantSource.system()),
        (server, api) -> apis.put(server.host() + ":" + server.port(), api));
  }

  @ParameterizedTest
  @EnumSource(ForgeKind.class)
  void a_server_that_is_asked_is_known_from_then_on(ForgeKind kind) {
    try (VersionPages pages = new VersionPages(kind);
        HttpClient client = HttpClient.newHttpClient()) {
      ForgeRecognition recognition = of(pages.address() + "/acme/ontology.git", client);
      assertThat(recognition.askable().map(Origin::toString)).contains(pages.address());

      assertThat(recognition.ask()).isEqualTo(Outcome.done(kind));

      assertThat(apis.values()).containsExactly(pages.address() + kind.apiPath());
      assertThat(recognition.askable()).isEmpty();
      assertThat(pages.authorizations()).isZero();
    }
  }

  @Test
  void nobody_is_asked_about_a_folder_or_a_forge_that_is_known() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(of("/srv/git/ontology.git", client).askable()).isEmpty();
      assertThat(of("https://github.com/acme/ontology", client).askable()).isEmpty();
    }
  }
}
