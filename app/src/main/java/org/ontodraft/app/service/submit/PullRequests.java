package org.ontodraft.app.service.submit;

import java.util.Optional;
import org.ontodraft.app.forge.PullRequest;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.Outcome;

/** The pull requests of one repository at its forge, if it has one. Blocking. */
public interface PullRequests {
  /** The kind of forge, such as {@code github}; empty when the remote is none that is known. */
  Optional<String> forge();

  /** The server that wants a token, while none is kept for it. */
  Optional<Origin> missingToken();

  /** Keeps a token for the forge's server, and says where. */
  SecretStore.Kept keepToken(Secret token);

  /** The pull request of a branch, whatever its state. */
  Outcome<Optional<PullRequest>> find(String branch);

  /** Opens a pull request from a branch; one that is there already is answered instead. */
  Outcome<PullRequest> create(String branch, String target, String title, String body);
}
