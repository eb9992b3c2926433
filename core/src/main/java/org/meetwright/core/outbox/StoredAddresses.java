package org.meetwright.core.outbox;

import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.EmailKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks for people in payloads as they are stored.
final class StoredAddresses {
  private static final JsonMapper JSON = JsonMapper.shared();

  private StoredAddresses() {}

  /// Returns whether any text of a JSON document is an e-mail address, in any spelling.
  static boolean any(String json, EmailAddress email) {
    return any(JSON.readTree(json), email);
  }

  private static boolean any(JsonNode node, EmailAddress email) {
    if (node.isString()) {
      return EmailKeys.isSame(node.asString(), email);
    }
    for (JsonNode inner : node) {
      if (any(inner, email)) {
        return true;
      }
    }
    return false;
  }
}
