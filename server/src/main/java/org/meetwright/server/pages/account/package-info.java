/// The pages of hosts: signing in, and the account, with a package for each of its pages.
@NullMarked
package org.meetwright.server.pages.account;

import org.jspecify.annotations.NullMarked;
