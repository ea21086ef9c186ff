@{
    Severity     = @('Error', 'Warning')
    ExcludeRules = @(
        # These look at one script block at a time, and so miss what Pester's blocks and the tasks of build.ps1 share.
        'PSUseDeclaredVarsMoreThanAssignments'
        'PSReviewUnusedParameter'
        # Functions of tests and tasks, not commands of the module.
        'PSUseShouldProcessForStateChangingFunctions'
        'PSUseSingularNouns'
        # UTF-8 without byte order mark is what PowerShell 7 writes and reads.
        'PSUseBOMForUnicodeEncodedFile'
    )
}
