#!/usr/bin/env python3
"""The layer check finds what it is there for."""

import sys
import unittest

import check_layers


class LayerCheck(unittest.TestCase):
    def breaches(self, path, line):
        return list(check_layers.breaches(path, line))

    def test_upward_include_is_found(self):
        self.assertTrue(self.breaches("shared/rules/A.cpp", '#include "shared/cases/Case.h"'))

    def test_forbidden_library_is_found(self):
        self.assertTrue(self.breaches("client/forms/A.cpp", "#include <QSqlQuery>"))

    def test_room_behind_the_door_is_found(self):
        self.assertTrue(self.breaches("client/forms/A.cpp", '#include "client/store/LocalStore.h"'))

    def test_thread_local_is_found_in_what_windows_runs(self):
        self.assertTrue(self.breaches("shared/canonical/A.cpp", "    static thread_local Hasher hasher;"))
        self.assertFalse(self.breaches("shared/canonical/A.cpp", "// Not thread_local."))
        self.assertFalse(self.breaches("server/store/A.cpp", "static thread_local int number;"))

    def test_downward_include_is_allowed(self):
        self.assertFalse(self.breaches("shared/cases/A.cpp", '#include "shared/rules/RulePack.h"'))

    def test_own_room_is_allowed(self):
        self.assertFalse(self.breaches("server/http/A.cpp", '#include "server/http/Listener.h"'))


if __name__ == "__main__":
    sys.argv = sys.argv[:1]
    unittest.main()
