package org.ontodraft.app.service.submit;

import java.util.List;

/**
 * Who could review, by user name.
 *
 * @param told whether the forge says which user a commit is by; GitLab does not
 * @param logins user names, the one who changed the files last first; never the curator's own
 */
public record Suggested(boolean told, List<String> logins) {
  public Suggested {
    logins = List.copyOf(logins);
  }
}
