; Installer of the client for Windows 10 (1809) and 11, x64. packaging/windows/build calls makensis with:
;   VERSION 1.2.3   STAGE folder of the version   LAUNCHER file   ICON file   OUT file   SIZE_KIB of the version
;
; For one person without administrator rights, or for everyone on the machine. Versions lie side by side under versions\, so one
; can be installed while another runs; `current` and `previous` name the one to start and the one to fall back to (docs/updates.md).
;
; Silent: Chengban-1.2.3-setup.exe /S [/AllUsers | /CurrentUser] [/SERVER=https://…] [/CA=C:\ca.pem] [/TENANT=name] [/LOCK] [/D=folder]
; Exit codes: 0 done, 1 ended by the user, 2 failed, 3 a newer version is there, 4 no space, 5 the settings were refused.
Target amd64-unicode ; As the program is; a 32-bit one would see another half of the registry.
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
Name "Chengban 承办"
OutFile "${OUT}"
BrandingText "Chengban ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Chengban 承办"
VIAddVersionKey /LANG=0 "FileDescription" "Chengban 承办 setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "CompanyName" "Chengban"
VIAddVersionKey /LANG=0 "LegalCopyright" ""

!define PRODUCT "Chengban"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PRODUCT}"
!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "${PRODUCT}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\${PRODUCT}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Folder"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "Software\${PRODUCT}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "Folder"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\chengban.exe"
!define MUI_FINISHPAGE_NOAUTOCLOSE

!include MUI2.nsh
!include MultiUser.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WordFunc.nsh
!include LogicLib.nsh
!include StrFunc.nsh
${StrLoc}
!include WinVer.nsh
!include x64.nsh

!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString TooOld ${LANG_SIMPCHINESE} "需要 64 位的 Windows 10（1809 版）或更新的系统。"
LangString TooOld ${LANG_ENGLISH} "Windows 10 (version 1809) or later, 64 bit, is needed."
LangString Newer ${LANG_SIMPCHINESE} "本机已装有更新的版本 $0。装回 ${VERSION} 后，新版本存下的本机数据可能打不开。仍要继续吗？"
LangString Newer ${LANG_ENGLISH} "A newer version, $0, is installed. ${VERSION} may be unable to open the data it kept on this machine. Go on?"
LangString NoSpace ${LANG_SIMPCHINESE} "磁盘空间不足：安装需要 $1 MB。请腾出空间后重试，原有版本未受影响。"
LangString NoSpace ${LANG_ENGLISH} "Not enough space: $1 MB are needed. Make room and try again; what was installed is unchanged."
LangString CutShort ${LANG_SIMPCHINESE} "文件没有写完（磁盘已满或没有权限）。原有版本未受影响，请处理后重试。"
LangString CutShort ${LANG_ENGLISH} "The files could not be written (disk full, or no permission). What was installed is unchanged; try again."
LangString Refused ${LANG_SIMPCHINESE} "程序已装好，但服务器地址或证书没有被接受。请核对 /SERVER、/CA 后重装，或在登录页填写。"
LangString Refused ${LANG_ENGLISH} "The program is installed, but the server's address or certificate was refused. Check /SERVER and /CA."
LangString Forget ${LANG_SIMPCHINESE} "是否同时删除您在本机的数据：尚未送出的草稿、离线工单、签名密钥和设置？$\n$\n选“否”则保留，重新安装后可继续使用。"
LangString Forget ${LANG_ENGLISH} "Remove your data on this machine, too: drafts not yet sent, offline cases, signing key and settings?$\n$\nWith No they stay, and serve again after a new installation."
LangString InUse ${LANG_SIMPCHINESE} "承办正在运行。请先退出再卸载。"
LangString InUse ${LANG_ENGLISH} "Chengban is running. Close it first."

Var Server
Var Ca
Var Tenant
Var Arguments

!macro STOP CODE TEXT
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

Function .onInit
  SetErrorLevel 2
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro STOP 2 $(TooOld)
  ${EndIf}
  SetRegView 64
  SetShellVarContext current
  !insertmacro MULTIUSER_INIT
  ${GetParameters} $Arguments
  StrCpy $R0 "/SERVER="
  Call ValueOf
  StrCpy $Server $R1
  StrCpy $R0 "/CA="
  Call ValueOf
  StrCpy $Ca $R1
  StrCpy $R0 "/TENANT="
  Call ValueOf
  StrCpy $Tenant $R1
FunctionEnd

; The value of the option in $R0, in $R1; empty without one. GetOptions would end it at the first slash of an address. It ends at a
; space, or at the quotation mark when it, or the whole option, stands in such.
Function ValueOf
  StrCpy $R1 ""
  ${StrLoc} $R2 $Arguments $R0 ">"
  ${If} $R2 == ""
    Return
  ${EndIf}
  StrCpy $R4 " "
  ${If} $R2 > 0
    IntOp $R3 $R2 - 1
    StrCpy $R5 $Arguments 1 $R3
    ${If} $R5 == '"'
      StrCpy $R4 '"'
    ${EndIf}
  ${EndIf}
  StrLen $R3 $R0
  IntOp $R2 $R2 + $R3
  StrCpy $R1 $Arguments "" $R2
  StrCpy $R5 $R1 1
  ${If} $R5 == '"'
    StrCpy $R4 '"'
    StrCpy $R1 $R1 "" 1
  ${EndIf}
  ${StrLoc} $R2 $R1 $R4 ">"
  ${If} $R2 != ""
    StrCpy $R1 $R1 $R2
  ${EndIf}
FunctionEnd

Function CheckVersion
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 == ""
    Return
  ${EndIf}
  ${VersionCompare} $0 ${VERSION} $1
  ${If} $1 != 1
    Return
  ${EndIf}
  ClearErrors
  ${GetOptions} $Arguments "/DOWNGRADE" $1
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 $(Newer) /SD IDNO IDYES goOn
  SetErrorLevel 3
  Quit
  goOn:
FunctionEnd

Function CheckSpace
  IntOp $1 ${SIZE_KIB} / 1024
  IntOp $1 $1 + 20
  ${GetRoot} "$INSTDIR" $2
  ClearErrors
  ${DriveSpace} "$2\" "/D=F /S=M" $3
  ${IfNot} ${Errors}
  ${AndIf} $3 < $1
    !insertmacro STOP 4 $(NoSpace)
  ${EndIf}
FunctionEnd

Section "Chengban"
  Call CheckVersion
  Call CheckSpace
  ; Into a folder beside first: a version is there whole or not at all.
  RMDir /r "$INSTDIR\versions\${VERSION}.part"
  ClearErrors
  SetOutPath "$INSTDIR\versions\${VERSION}.part"
  File /r "${STAGE}\*.*"
  ${If} ${Errors}
    SetOutPath "$INSTDIR"
    RMDir /r "$INSTDIR\versions\${VERSION}.part"
    !insertmacro STOP 2 $(CutShort)
  ${EndIf}
  SetOutPath "$INSTDIR"
  Call TakePlace
  Call WriteNames
  Call Register
  Call TakeSettings
  SetErrorLevel 0
SectionEnd

; The same version may be there and in use: then its files are put aside, to be removed at the next installation.
Function TakePlace
  RMDir /r "$INSTDIR\versions\old"
  ${If} ${FileExists} "$INSTDIR\versions\${VERSION}\*.*"
    ClearErrors
    Rename "$INSTDIR\versions\${VERSION}" "$INSTDIR\versions\old"
    ${If} ${Errors}
      RMDir /r "$INSTDIR\versions\${VERSION}.part"
      !insertmacro STOP 2 $(InUse)
    ${EndIf}
  ${EndIf}
  Rename "$INSTDIR\versions\${VERSION}.part" "$INSTDIR\versions\${VERSION}"
  RMDir /r "$INSTDIR\versions\old"
  ; A launcher that runs cannot be overwritten, but renamed.
  Delete "$INSTDIR\chengban.old"
  Rename "$INSTDIR\chengban.exe" "$INSTDIR\chengban.old"
  ClearErrors
  File "/oname=chengban.exe" "${LAUNCHER}"
  ${If} ${Errors}
    Rename "$INSTDIR\chengban.old" "$INSTDIR\chengban.exe"
    !insertmacro STOP 2 $(CutShort)
  ${EndIf}
  Delete "$INSTDIR\chengban.old"
FunctionEnd

; The version that was there becomes the one to fall back to; older ones go.
Function WriteNames
  StrCpy $0 ""
  ClearErrors
  FileOpen $1 "$INSTDIR\versions\current" r
  ${IfNot} ${Errors}
    FileRead $1 $0
    FileClose $1
    ${TrimNewLines} $0 $0
  ${EndIf}
  ${If} $0 != ""
  ${AndIf} $0 != ${VERSION}
  ${AndIf} ${FileExists} "$INSTDIR\versions\$0\chengban.exe"
    FileOpen $1 "$INSTDIR\versions\previous" w
    FileWrite $1 "$0$\n"
    FileClose $1
  ${EndIf}
  Delete "$INSTDIR\versions\next"
  Delete "$INSTDIR\versions\trial"
  Delete "$INSTDIR\versions\refused"
  FileOpen $1 "$INSTDIR\versions\current.new" w
  FileWrite $1 "${VERSION}$\n"
  FileClose $1
  Delete "$INSTDIR\versions\current"
  Rename "$INSTDIR\versions\current.new" "$INSTDIR\versions\current"
FunctionEnd

Function Register
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Chengban 承办.lnk" "$INSTDIR\chengban.exe"
  WriteRegStr SHCTX "Software\${PRODUCT}" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "Chengban 承办"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\chengban.exe"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "Chengban"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KIB}
FunctionEnd

; The program itself checks and keeps them, where it looks for them.
Function TakeSettings
  ${If} "$Server$Ca$Tenant" == ""
    Return
  ${EndIf}
  StrCpy $0 '"$INSTDIR\versions\${VERSION}\chengban.exe" --set-up'
  ${If} $Server != ""
    StrCpy $0 '$0 --server "$Server"'
  ${EndIf}
  ${If} $Ca != ""
    StrCpy $0 '$0 --ca "$Ca"'
  ${EndIf}
  ${If} $Tenant != ""
    StrCpy $0 '$0 --tenant "$Tenant"'
  ${EndIf}
  ${If} $MultiUser.InstallMode == "AllUsers"
    Call GuardMachineFolder
    StrCpy $0 '$0 --machine'
    ClearErrors
    ${GetOptions} $Arguments "/LOCK" $1
    ${IfNot} ${Errors}
      StrCpy $0 '$0 --lock'
    ${EndIf}
  ${EndIf}
  ClearErrors
  ExecWait '$0' $1
  ${If} ${Errors}
  ${OrIf} $1 != 0
    !insertmacro STOP 5 $(Refused)
  ${EndIf}
FunctionEnd

; Windows lets everyone make folders under ProgramData; the machine's settings are the administrator's alone.
Function GuardMachineFolder
  SetShellVarContext all
  CreateDirectory "$APPDATA\chengban"
  nsExec::Exec '"$SYSDIR\icacls.exe" "$APPDATA\chengban" /inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX'
  Pop $1
FunctionEnd

Function un.onInit
  SetRegView 64
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

Section "Uninstall"
  SetErrorLevel 2
  ; A program that runs keeps its file from being renamed.
  FileOpen $1 "$INSTDIR\versions\current" r
  FileRead $1 $0
  FileClose $1
  ${un.TrimNewLines} $0 $0
  ClearErrors
  Rename "$INSTDIR\versions\$0\chengban.exe" "$INSTDIR\versions\$0\chengban-gone.exe"
  ${If} ${Errors}
    ${If} ${FileExists} "$INSTDIR\versions\$0\chengban.exe"
      MessageBox MB_OK|MB_ICONSTOP $(InUse) /SD IDOK
      Quit
    ${EndIf}
  ${EndIf}
  StrCpy $3 "$INSTDIR\versions\$0\chengban-gone.exe"
  ${un.GetParameters} $1
  ClearErrors
  ${un.GetOptions} $1 "/FORGET" $2
  ${IfNot} ${Errors}
    Goto forget
  ${EndIf}
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 $(Forget) /SD IDNO IDNO keep
  forget:
    ExecWait '"$3" --forget'
  keep:
  RMDir /r "$INSTDIR\versions"
  Delete "$INSTDIR\chengban.exe"
  Delete "$INSTDIR\chengban.old"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Chengban 承办.lnk"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "Software\${PRODUCT}"
  ${If} $MultiUser.InstallMode == "AllUsers"
    SetShellVarContext all
    RMDir /r "$APPDATA\chengban"
  ${EndIf}
  SetErrorLevel 0
SectionEnd
