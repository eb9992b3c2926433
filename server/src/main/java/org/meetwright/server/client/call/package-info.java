/// How a call is sent, and what comes back.
@NullMarked
package org.meetwright.server.client.call;

import org.jspecify.annotations.NullMarked;
