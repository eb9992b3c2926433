package org.meetwright.cli.commands.outbox;

import java.util.Iterator;
import org.meetwright.core.OutboxKinds;
import org.meetwright.core.outbox.OutboxKind;

/// The kinds of messages, as help names them.
final class KindNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return OutboxKinds.ALL.stream().map(OutboxKind::name).iterator();
  }
}
