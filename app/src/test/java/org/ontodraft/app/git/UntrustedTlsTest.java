package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.forge.AccessOutcome;
import org.ontodraft.app.forge.ForgeFailure;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.forge.ForgeRepository;
import org.ontodraft.app.forge.GitHubForge;
import org.ontodraft.app.network.Distrust;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.SelfSignedTls;

/** A server whose certificate nobody vouches for gets neither a request nor a token. */
class UntrustedTlsTest {
  @TempDir Path folder;

  private HttpsServer selfSigned(AtomicInteger requests) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(SelfSignedTls.in(folder).context()));
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void aSelfSignedCertificateIsRefused() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpsServer server = selfSigned(requests);
    URI base = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    try (GitTransports transports =
            new GitTransports(folder.resolve("home"), Duration.ofSeconds(10));
        OntologyRepository repository =
            OntologyRepository.open(folder.resolve("cache"), transports);
        HttpClient client = HttpClient.newHttpClient()) {
      Origin origin = Origin.of(base);
      Secret token = Secret.of("gho_canary");
      FetchOutcome fetched =
          repository.fetch(
              new Remote.Http(base.resolve("/acme/ontology.git")),
              Credentials.token(origin, token),
              Progress.none());
      assertThat(fetched).isInstanceOf(RemoteFailure.Untrusted.class);
      assertThat(((RemoteFailure.Untrusted) fetched).reason()).isEqualTo(Distrust.SELF_SIGNED);

      AccessOutcome access =
          new GitHubForge(client, Duration.ofSeconds(10), InstantSource.system())
              .access(
                  new ForgeRepository(ForgeKind.GITHUB, base, origin, "acme", "ontology"), token);
      assertThat(access).isInstanceOf(ForgeFailure.Unreachable.class);
      assertThat(((ForgeFailure.Unreachable) access).reason()).isEqualTo(ForgeFailure.Reason.TLS);
      assertThat(requests).hasValue(0);
    } finally {
      server.stop(0);
    }
  }
}
