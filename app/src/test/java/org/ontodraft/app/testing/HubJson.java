package org.ontodraft.app.testing;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms that the API of GitHub and that of Gitea have for all that they tell. */
final class HubJson {
  private final boolean gitea;
  private final JsonMapper json = new JsonMapper();

  HubJson(boolean gitea) {
    this.gitea = gitea;
  }

  boolean isGitea() {
    return gitea;
  }

  ObjectNode object() {
    return json.createObjectNode();
  }

  ArrayNode array() {
    return json.createArrayNode();
  }

  ObjectNode user(String name) {
    return object().put("id", 7).put("login", name);
  }

  ObjectNode error(String message) {
    return object()
        .put("message", message)
        .put(gitea ? "url" : "documentation_url", "https://docs.example.org/rest");
  }

  /** The page of a list that is asked for. */
  ArrayNode page(ArrayNode all, Map<String, String> parameters) {
    int size = Integer.parseInt(parameters.getOrDefault(gitea ? "limit" : "per_page", "30"));
    int from = (Integer.parseInt(parameters.getOrDefault("page", "1")) - 1) * size;
    ArrayNode part = array();
    for (int i = from; i < Math.min(all.size(), from + size); i++) {
      part.add(all.get(i));
    }
    return part;
  }
}
