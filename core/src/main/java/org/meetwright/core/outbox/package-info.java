/// The durable queue: written in the transaction that causes a message, delivered after it.
@NullMarked
package org.meetwright.core.outbox;

import org.jspecify.annotations.NullMarked;
