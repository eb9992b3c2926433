/// Where the link of an invitation leads: someone becomes a host.
@NullMarked
package org.meetwright.server.pages.account.join;

import org.jspecify.annotations.NullMarked;
