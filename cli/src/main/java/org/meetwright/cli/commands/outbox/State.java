package org.meetwright.cli.commands.outbox;

/// Where a message stands, as it is typed.
enum State {
  pending,
  done,
  parked,
  withheld
}
