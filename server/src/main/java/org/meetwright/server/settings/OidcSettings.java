package org.meetwright.server.settings;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;
import org.meetwright.server.settings.declaration.SettingsException;

/// The OpenID Connect provider at which hosts can sign in.
///
/// @param issuer without a slash at the end; null if there is none
/// @param clientId as what the provider knows this server; empty if there is none
/// @param clientSecret empty if the provider gave none
public record OidcSettings(@Nullable URI issuer, String clientId, String clientSecret) {
  private static final Setting<URI> ISSUER =
      Setting.of(
              "oidc.issuer",
              Format.webAddress(),
              "The OpenID Connect provider with which hosts can sign in: the address below"
                  + " which its `/.well-known/openid-configuration` is.")
          .orElseAs("none: hosts sign in by password");

  private static final Setting<String> CLIENT_ID =
      Setting.of(
          "oidc.clientId",
          Format.text("a name"),
          "The client id that the provider gave to this server; required with" + " `oidc.issuer`.");

  private static final Setting<String> CLIENT_SECRET =
      Setting.of(
          "oidc.clientSecret",
          Format.text("any text"),
          "The client secret that the provider gave to this server, if any.");

  private static final Setting<Path> CLIENT_SECRET_FILE =
      Setting.of(
          "oidc.clientSecretFile",
          Format.file(),
          "A file whose first line is that secret, instead of `oidc.clientSecret`.");

  /// Its settings, and how they are read.
  public static final Room<OidcSettings> ROOM =
      Room.of(OidcSettings::read, ISSUER, CLIENT_ID, CLIENT_SECRET, CLIENT_SECRET_FILE);

  /// No provider.
  public static final OidcSettings NONE = new OidcSettings(null, "", "");

  /// Returns whether hosts can sign in there.
  public boolean on() {
    return issuer != null;
  }

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "OidcSettings[" + issuer + ", " + clientId + "]";
  }

  private static OidcSettings read(SettingValues values) {
    URI issuer = values.find(ISSUER).orElse(null);
    String clientId = values.find(CLIENT_ID).orElse("");
    if ((issuer == null) != clientId.isEmpty()) {
      throw new SettingsException(
          "oidc.issuer and oidc.clientId belong together; set both or none.");
    }
    return new OidcSettings(issuer, clientId, values.secret(CLIENT_SECRET, CLIENT_SECRET_FILE));
  }
}
