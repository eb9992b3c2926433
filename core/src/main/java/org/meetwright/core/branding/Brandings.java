package org.meetwright.core.branding;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// The colours and logos of all hosts.
public final class Brandings {
  private final Database database;

  /// Creates the service.
  public Brandings(Database database) {
    this.database = database;
  }

  /// Returns how a host's pages look.
  public Branding of(UUID hostId) {
    Branding found = database.read(tx -> tx.mapper(BrandingMapper.class).find(hostId));
    return found == null ? Branding.USUAL : found;
  }

  /// Returns a logo; empty if no host has it.
  ///
  /// @param hash what it is asked for by
  public Optional<Logo> logo(String hash) {
    return Text.isStorable(hash)
        ? database.read(tx -> Optional.ofNullable(tx.mapper(BrandingMapper.class).logo(hash)))
        : Optional.empty();
  }

  /// Chooses a colour.
  ///
  /// @param color `#rrggbb`; null for the usual one
  /// @throws InvalidValueException (field `color`) if it is not written as it has to be
  public void setColor(UUID hostId, @Nullable String color) {
    String valid = new Branding(color, null).color();
    change(hostId, branding -> branding.setColor(hostId, valid));
  }

  /// Chooses a logo.
  ///
  /// @param logo null for none
  public void setLogo(UUID hostId, @Nullable Logo logo) {
    change(
        hostId,
        branding -> {
          if (logo == null) {
            branding.removeLogo(hostId);
          } else {
            branding.setLogo(hostId, logo);
          }
        });
  }

  private void change(UUID hostId, Consumer<BrandingMapper> work) {
    database.inTransaction(
        tx -> {
          // One at a time, or two would insert the row.
          Hosts.lock(tx, List.of(hostId));
          BrandingMapper branding = tx.mapper(BrandingMapper.class);
          if (branding.count(hostId) == 0) {
            branding.insert(hostId);
          }
          work.accept(branding);
          return hostId;
        });
  }
}
