/// What a change would do, before it is saved.
@NullMarked
package org.meetwright.server.pages.account.changes;

import org.jspecify.annotations.NullMarked;
