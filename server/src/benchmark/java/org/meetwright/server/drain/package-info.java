/// Measures how fast due reminders leave the outbox, beside what the mail server takes at most.
@NullMarked
package org.meetwright.server.drain;

import org.jspecify.annotations.NullMarked;
