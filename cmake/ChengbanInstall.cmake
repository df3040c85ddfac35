# What `cmake --install` puts where; packaging/debian divides it into packages.
include(GNUInstallDirs)
install(TARGETS chengban chengban-server chengban-cli RUNTIME)
if(TARGET chengban-scan)
    install(TARGETS chengban-scan RUNTIME)
endif()
install(PROGRAMS packaging/server/chengban-backup TYPE BIN)
install(FILES packaging/chengban.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES resources/icons/chengban.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
