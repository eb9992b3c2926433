/// Sends a call, and reads its answer.
@NullMarked
package org.meetwright.server.client.call;

import org.jspecify.annotations.NullMarked;
